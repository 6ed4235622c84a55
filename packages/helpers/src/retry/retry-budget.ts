const CAPACITY = 100;
const RETRY_COST = 10;
const SUCCESS_GAIN = 1;

/**
 * What a client may spend on retries. In an outage it runs dry, which keeps retries near a tenth of the traffic instead of
 * multiplying a load the server already cannot bear.
 */
export class RetryBudget {
  #tokens = CAPACITY;

  /** Pays for a retry; `false` when there is not enough left. */
  spend(): boolean {
    if (this.#tokens < RETRY_COST) return false;
    this.#tokens -= RETRY_COST;
    return true;
  }

  /** Gives a little back for a success. */
  earn(): void {
    this.#tokens = Math.min(CAPACITY, this.#tokens + SUCCESS_GAIN);
  }
}
