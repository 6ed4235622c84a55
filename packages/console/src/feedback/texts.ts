/** The texts of failures, confirmations and notifications. */
export const texts = {
  cancel: "Cancel",
  requestFailed: "Request failed",
  workspaceNote: (workspace: string) => `This changes the ${workspace}.`,
  tryAgain: "Try again",
  tryAgainIn: (seconds: number) => `Try again in ${seconds} s`,

  failure: {
    token: "The server's token is invalid or lacks permission. Check SEGMENT_TOKEN, then restart the console.",
    forbidden:
      "The request is not allowed. Open the console at the URL printed in the terminal, and check the token's permissions.",
    notFound: "A user, invite or role in the request was not found. It may have been removed.",
    conflict: "The change conflicts with existing data.",
    rejected: "Segment rejected the input.",
    rateLimit: "Rate limit reached.",
    gatewayTimeout: "Segment did not respond in time.",
    unreachable: "Segment cannot be reached from this machine. Check its network connection, VPN and proxy.",
    status: (status: number) => `The request failed with status ${status}.`,
    noServer: "No response from the console's server. Check that it is running.",
    timeout: (seconds: number) => `No response within ${seconds} seconds.`,
  },

  wait: {
    unavailable: "Segment is unavailable",
    rateLimit: "Rate limit reached",
    retryingIn: (reason: string, seconds: number) => `${reason}. Retrying in ${seconds} s`,
    retryingNow: "Retrying now",
  },
};
