import { deleteUsers, listUsers } from "@segment-iam/client";
import { createIamProxy } from "@segment-iam/proxy";

const proxy = createIamProxy({
  token: () => process.env["SEGMENT_TOKEN"] ?? "",
  baseUrl: process.env["SEGMENT_URL"] ?? "http://127.0.0.1:9",
  allow: [listUsers, deleteUsers],
  authorize: () => true,
});

export { proxy as DELETE, proxy as GET };
