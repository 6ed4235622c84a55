import { expect, it } from "vitest";
import { readEnvironment } from "./read-environment.ts";

it.each([
  [{}, {}],
  [{ SEGMENT_TOKEN: "", SEGMENT_REGION: "", PORT: "" }, {}],
  [
    { SEGMENT_TOKEN: "sgp_1", SEGMENT_REGION: "eu", PORT: "8080" },
    { token: "sgp_1", region: "eu", port: 8_080 },
  ],
])("reads %j as %j", (env, options) => {
  expect(readEnvironment(env)).toEqual(options);
});

it.each([
  [{ SEGMENT_REGION: "mars" }, 'SEGMENT_REGION is "mars"; use one of us, eu'],
  [{ PORT: "65536" }, 'PORT is "65536"'],
  [{ PORT: "-1" }, 'PORT is "-1"'],
])("refuses %j", (env, message) => {
  expect(() => readEnvironment(env)).toThrow(message);
});
