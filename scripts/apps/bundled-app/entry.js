import { createIamClient } from "@segment-iam/client";
import { IamProvider, useListUsers } from "@segment-iam/react";

/** Uses one hook of one operation. A bundle must contain no other operation and no other kind of hook. */
globalThis.used = [createIamClient, IamProvider, useListUsers];
