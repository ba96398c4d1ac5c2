/** What the pages about accounts say, in one language. `network` is what people call it: "Facebook". */
export interface AccountsWords {
  title: string;
  lead: string;
  /** Name of the page in the navigation. */
  nav: string;
  none: string;
  done: Record<AccountsDone, string>;
  back: string;
  states: Record<"active" | "resting" | "disconnected" | "waiting" | "off", string>;
  active: string;
  off: string;
  page(externalId: string, network: string): string;
  ofFile: string;
  ofDesk(moment: string): string;
  lookedAt(moment: string): string;
  neverLooked: string;
  allWell(count: number): string;
  details: string;
  checkState: Record<"ok" | "warning" | "fault", string>;
  missingTitle: string;
  connect(network: string): string;
  connectAgain(network: string): string;
  connectAnother(network: string): string;
  checkNow: string;
  pasteTitle: string;
  pasteLead: string;
  pasteLabel: string;
  pasteButton: string;
  another: string;
  /** The same while there is none. */
  first: string;
  addresses: string;
  addressesLead: string;
  returnAddress: string;
  callbackAddress: string;
  deauthoriseAddress: string;
  deleteDataAddress: string;
  before: {
    title(network: string): string;
    lead: string;
    steps: readonly string[];
    go(network: string): string;
    span: string;
  };
  choice: {
    title: string;
    lead(network: string): string;
    legend: string;
    isNew: string;
    isAccount(name: string): string;
    isTaken: string;
    cannot: string;
    complete: string;
    lacks(count: number): string;
    button: string;
  };
  failed: string;
  /** After a failure: nobody has to undo anything. */
  unchanged: string;
  today: {
    trouble(count: number): string;
    missing(count: number): string;
    waiting: string;
    /** Beside an account that publishes nothing. */
    connect: string;
  };
}

export type AccountsDone = "connected" | "connected-some-trouble" | "checked" | "not-now";
