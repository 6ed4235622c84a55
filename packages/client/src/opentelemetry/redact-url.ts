/**
 * An address without its values: credentials and each value of the query become `REDACTED`, the names of the query stay.
 *
 * The conventions ask to scrub what can be known to be sensitive; this API's queries hold e-mail addresses and ids.
 */
export function redactUrl(url: string): string {
  const [address = "", query] = url
    .split("#", 1)
    .join("")
    .split(/\?(.*)/s, 2);
  const withoutLogin = address.replace(/^([a-z][a-z\d+.-]*:)?\/\/[^/@]*@/i, "$1//REDACTED:REDACTED@");
  if (query === undefined) return withoutLogin;
  return `${withoutLogin}?${query.replace(/=[^&]*/g, "=REDACTED")}`;
}
