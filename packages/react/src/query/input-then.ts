/**
 * An input and what may follow it, as the arguments of a function. The input may be left out where nothing in it is required.
 *
 * `Input` is the operation's; `Skip` is what else may stand in its place.
 */
export type InputThen<Input, Options, Skip = never> = {} extends Input
  ? [input?: Input | Skip | undefined, options?: Options | undefined]
  : [input: Input | Skip, options?: Options | undefined];
