import { expectTypeOf, it } from "vitest";

import type { OperationId, operations, OperationTypes } from "./index.ts";

/** The body of a request or a response. */
type Body<Carrier> = Carrier extends { content: { "application/vnd.segment.v1+json": infer Json } } ? Json : never;

type Success<Id extends OperationId> = operations[Id]["responses"][keyof operations[Id]["responses"] & (200 | 201)];

/** The data of an operation in the types of openapi-typescript. */
type Data<Id extends OperationId> = Body<Success<Id>> extends infer Json ? DataIn<Json> : never;

type DataIn<Json> = Json extends { data?: infer Inner } ? Exclude<Inner, undefined> : never;

/** The parameters and the body of an operation in the types of openapi-typescript. */
type Parts<Id extends OperationId> =
  | NonNullable<operations[Id]["parameters"]["path"]>
  | NonNullable<operations[Id]["parameters"]["query"]>
  | Body<NonNullable<operations[Id]["requestBody"]>>;

/** The operations that return data in an envelope of this API's own media type. */
type Enveloped = { [Id in OperationId]: [Data<Id>] extends [never] ? never : Id }[OperationId];

/** The operations whose input has the members of the body. A body that is a union is the input `body` instead. */
type Merged = { [Id in Enveloped]: "body" extends keyof OperationTypes[Id]["input"] ? never : Id }[Enveloped];

/** The names of the inputs. An operation without inputs accepts an empty object only. */
type InputName<Id extends OperationId> =
  OperationTypes[Id]["input"] extends Record<string, never> ? never : keyof OperationTypes[Id]["input"];

type KeyOfEach<Union> = Union extends unknown ? keyof Union : never;

it("has the operations of the OpenAPI document", () => {
  expectTypeOf<OperationId>().toEqualTypeOf<keyof operations>();
  expectTypeOf<"listUsers" | "createInvites">().toExtend<Merged>();
});

it("types the data of an operation like the OpenAPI document", () => {
  expectTypeOf<{ [Id in Enveloped]: OperationTypes[Id]["data"] }>().toEqualTypeOf<{ [Id in Enveloped]: Data<Id> }>();
});

it("types the input as the parameters and body members of the OpenAPI document", () => {
  expectTypeOf<{ [Id in Merged]: InputName<Id> }>().toEqualTypeOf<{ [Id in Merged]: KeyOfEach<Parts<Id>> }>();
});

it("accepts undefined for an optional input", () => {
  expectTypeOf<{ pagination: undefined }>().toExtend<OperationTypes["listUsers"]["input"]>();
});

/** Adds `undefined` to every optional member, at every depth. Files stay as they are. */
type WithUndefined<Value> = Value extends readonly (infer Item)[]
  ? WithUndefined<Item>[]
  : Value extends Blob | ArrayBuffer | Uint8Array
    ? Value
    : Value extends object
      ? {
          [Key in keyof Value]:
            | WithUndefined<Value[Key]>
            | (string extends Key ? never : {} extends Pick<Value, Key> ? undefined : never);
        }
      : Value;

type Input<Id extends OperationId> = OperationTypes[Id]["input"];

/** The operations whose input has an optional member that rejects `undefined`. */
type Rejecting = { [Id in OperationId]: WithUndefined<Input<Id>> extends Input<Id> ? never : Id }[OperationId];

it("accepts undefined for every optional member of an input, at every depth", () => {
  expectTypeOf<Rejecting>().toEqualTypeOf<never>();
});
