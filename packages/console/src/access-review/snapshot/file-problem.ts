/** Thrown for a file that cannot be read. The message is for the user. */
export class FileProblem extends Error {}
