import { expect, it } from "vitest";
import { readSettings } from "./read-settings.ts";

it.each([
  [{}, {}],
  [{ SEGMENT_TOKEN: "", SEGMENT_REGION: "", PORT: "" }, {}],
  [
    { SEGMENT_TOKEN: "sgp_1", SEGMENT_REGION: "eu", PORT: "8080" },
    { token: "sgp_1", region: "eu", port: 8_080 },
  ],
])("reads %j as %j", (env, options) => {
  expect(readSettings(env)).toEqual(options);
});

it("reads the number of mock users", () => {
  expect(readSettings({}, "5")).toEqual({ mock: { users: 5 } });
  expect(() => readSettings({}, "1.5")).toThrow('--users must be an integer from 0 to 1000000, got "1.5"');
  expect(() => readSettings({ SEGMENT_TOKEN: "sgp_1" }, "5")).toThrow("Unset SEGMENT_TOKEN");
});

it.each([
  [{ SEGMENT_REGION: "mars" }, 'SEGMENT_REGION must be "us" or "eu", got "mars"'],
  [{ PORT: "65536" }, 'PORT must be an integer from 0 to 65535, got "65536"'],
  [{ PORT: "-1" }, 'PORT must be an integer from 0 to 65535, got "-1"'],
])("throws for %j", (env, message) => {
  expect(() => readSettings(env)).toThrow(message);
});
