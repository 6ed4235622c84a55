import { array, constantFrom, integer, oneof, type Arbitrary } from "fast-check";

/** Delimiters, escapes and directives of code, and names with a meaning in JavaScript or the generated files. */
const PIECES = [
  ..."\"'`\\$#@;,:{}()[]<>|&=!?*/+-.%~^_ \t\n\r\0\u001b\u0085\u2028\u2029\ufeff\u200b\u202e\u00e9\u0430".split(""),
  ..."${x} */ /* // <!-- --> </script> <script> @ts-ignore @ts-nocheck \\u0022 \\x27 \\ud800 %2f ../ ../../etc/passwd".split(
    " ",
  ),
  ..."};alert(1);{ `+alert(1)+` '+alert(1)+' \"+alert(1)+\" ${alert(1)} );import('node:fs') eval require".split(" "),
  ..."__proto__ constructor prototype toString hasOwnProperty then default delete class await async null".split(" "),
  ..."any never string unknown undefined globalThis process operation contract S components operations paths".split(
    " ",
  ),
  "\ud800",
  "{@link x}",
  "/// <reference path='x' />",
  "//# sourceMappingURL=data:,",
  "#!/bin/sh",
  "file:///etc/passwd",
  "http://127.0.0.1:1/x",
];

/** Arbitrary text, including lone surrogates. */
const anyText = array(integer({ min: 0, max: 0x10_ff_ff }), { minLength: 1, maxLength: 20 }).map((codes) =>
  String.fromCodePoint(...codes),
);

/** Text that an attacker might use. */
export const hostileText: Arbitrary<string> = oneof(
  {
    weight: 6,
    arbitrary: array(constantFrom(...PIECES), { minLength: 1, maxLength: 5 }).map((parts) => parts.join("")),
  },
  { weight: 1, arbitrary: constantFrom(...PIECES) },
  { weight: 1, arbitrary: anyText },
);

/** Operation ids that an attacker might use. Most are valid function names or can be converted to one. */
export const hostileId: Arbitrary<string> = oneof(
  {
    weight: 30,
    arbitrary: constantFrom(
      ..."constructor toString valueOf hasOwnProperty __defineGetter__ prototype name length call bind $ _ $$ __ a1".split(
        " ",
      ),
      ..."get/then users.list#all a-b Object Promise Symbol require module exports globalThis process fetch String".split(
        " ",
      ),
      ..."Array Record NonNullable Exclude iam client input data error use useState queryKey Infinity_ string".split(
        " ",
      ),
    ),
  },
  { weight: 1, arbitrary: hostileText },
);
