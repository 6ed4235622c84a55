import { request as octokitRequest } from "@octokit/request";
import { createIamClient, listUsers } from "@segment-iam/client";
import { rateLimit, retry } from "@segment-iam/helpers";
import axios from "axios";
import ky from "ky";
import createFetchClient from "openapi-fetch";
import { createClient as createHeyApiClient, createConfig } from "generated/hey-api/client";
import { listUsers as heyApiListUsers } from "generated/hey-api/sdk.gen";
import type { paths } from "generated/paths";

// The benchmark installs and generates these imports, then bundles this file.

type List = () => Promise<readonly unknown[] | undefined>;

/** The destination of a contender's calls. */
export interface Target {
  readonly url: string;
  /** Replaces the network. `undefined` for calls over a real socket. */
  readonly stub: typeof fetch | undefined;
  /** The vendor's SDK. `undefined` when it could not be loaded. */
  readonly vendorSdk: VendorSdk | undefined;
}

/** The part of the vendor's SDK that the benchmark uses. It cannot be bundled. */
export interface VendorSdk {
  readonly IAMUsersApi: new (url: string) => {
    accessToken: string;
    listUsers(pagination: object): Promise<{ body: { data?: { users: unknown[] } } }>;
  };
}

const token = "sgp_bench";
const accept = "application/vnd.segment.v1+json";
const headers = { accept, authorization: `Bearer ${token}` };
const pagination = { count: 25 };
/** The same input as the query parameters of the document. */
const query = { "pagination.count": 25 };

/** Each contender fetches and parses one page of users. `undefined` when it does not support the target. */
export const contenders: Readonly<Record<string, (target: Target) => List | undefined>> = {
  "raw fetch": ({ url, stub }) => {
    const send = stub ?? fetch;
    return async () => {
      const response = await send(`${url}/users?pagination.count=25`, { headers });
      const body = await response.json();
      return body.data.users;
    };
  },
  "openapi-fetch": ({ url, stub }) => {
    const client = createFetchClient<paths>({ baseUrl: url, headers, ...(stub && { fetch: stub }) });
    return async () => {
      const { data } = await client.GET("/users", { params: { query } });
      return data?.data?.users;
    };
  },
  "hey-api": ({ url, stub }) => {
    const client = createHeyApiClient(createConfig({ baseUrl: url, headers, ...(stub && { fetch: stub }) }));
    return async () => {
      const { data } = await heyApiListUsers({ client, query });
      return data?.data?.users;
    };
  },
  ky: ({ url, stub }) => {
    const client = ky.create({ headers, ...(stub && { fetch: stub }) });
    return async () => {
      const body = await client.get<Body>(`${url}/users`, { searchParams: query }).json();
      return body.data.users;
    };
  },
  axios: ({ url, stub }) => {
    const stubbed = { adapter: "fetch", env: { fetch: stub, Request: undefined, Response: undefined } };
    const client = axios.create({ baseURL: url, headers, ...(stub && stubbed) });
    return async () => {
      const { data } = await client.get<Body>("/users", { params: query });
      return data.data.users;
    };
  },
  "Octokit request": ({ url, stub }) => {
    const send = octokitRequest.defaults({ baseUrl: url, headers, ...(stub && { request: { fetch: stub } }) });
    return async () => {
      const { data } = await send("GET /users", query);
      // Octokit parses only `application/json`. It returns bodies with this API's media type as bytes.
      return (data instanceof ArrayBuffer ? JSON.parse(new TextDecoder().decode(data)) : data).data.users;
    };
  },
  "vendor SDK": ({ url, stub, vendorSdk }) => {
    if (stub || !vendorSdk) return undefined;
    const api = new vendorSdk.IAMUsersApi(url);
    api.accessToken = token;
    return async () => {
      const { body } = await api.listUsers(pagination);
      return body.data?.users;
    };
  },
  "segment-iam": ({ url, stub }) => {
    const iam = createIamClient({ token, baseUrl: url, fetch: stub });
    return async () => (await listUsers(iam, { pagination })).users;
  },
  "segment-iam + retry + rateLimit": ({ url, stub }) => {
    const iam = createIamClient({ token, baseUrl: url, fetch: stub, interceptors: [retry(), rateLimit()] });
    return async () => (await listUsers(iam, { pagination })).users;
  },
};

interface Body {
  readonly data: { readonly users: readonly unknown[] };
}
