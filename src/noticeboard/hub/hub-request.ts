/** What a subscriber asks of the hub (WebSub, 5.1). */
export interface HubRequest {
  mode: "subscribe" | "unsubscribe";
  topic: string;
  callback: string;
  /** Name and port of the callback: what limits are counted by. */
  host: string;
  /** How long it lasts, already within our bounds. */
  seconds: number;
  secret?: string;
}

export type HubFault =
  | "mode-unknown"
  | "topic-missing"
  | "callback-unusable"
  | "lease-unusable"
  | "secret-too-long";
export type HubRequestReading = { kind: "request"; request: HubRequest } | { kind: "fault"; fault: HubFault };

const addressCharactersMax = 1000;
/** WebSub: less than 200 bytes. */
const secretBytesMax = 199;
const daySeconds = 86_400;
export const leaseSeconds = { least: 300, usual: 10 * daySeconds, most: 30 * daySeconds } as const;

/** Reads the fields of a request; whether the topic is one of ours is another's question. */
export function readHubRequest(fields: Readonly<Record<string, string | undefined>>): HubRequestReading {
  const fault = (of: HubFault) => ({ kind: "fault" as const, fault: of });
  const mode = fields["hub.mode"];
  if (mode !== "subscribe" && mode !== "unsubscribe") return fault("mode-unknown");
  const topic = fields["hub.topic"] ?? "";
  if (topic === "" || topic.length > addressCharactersMax) return fault("topic-missing");
  const callback = fields["hub.callback"] ?? "";
  const host = hostOf(callback);
  if (host === undefined) return fault("callback-unusable");
  const seconds = secondsOf(fields["hub.lease_seconds"]);
  if (seconds === undefined) return fault("lease-unusable");
  const secret = fields["hub.secret"] ?? "";
  if (Buffer.byteLength(secret) > secretBytesMax) return fault("secret-too-long");
  return {
    kind: "request",
    request: { mode, topic, callback, host, seconds, ...(secret !== "" && { secret }) },
  };
}

/** Undefined for what is no address we would call. Whether it leads to a public machine is seen while connecting. */
function hostOf(callback: string): string | undefined {
  const url = callback.length <= addressCharactersMax ? URL.parse(callback) : null;
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password || url.hash) return undefined;
  return url.host;
}

/** Nothing, as many send it, means the usual; what is shorter or longer than we grant is brought within. */
function secondsOf(text: string | undefined): number | undefined {
  if (text === undefined || text === "" || text === "0") return leaseSeconds.usual;
  if (!/^\d{1,12}$/.test(text)) return undefined;
  return Math.min(Math.max(Number(text), leaseSeconds.least), leaseSeconds.most);
}

/** The address by which a callback is asked whether it meant it (WebSub, 5.3); its own parameters stay. */
export function intentAddress(
  request: Pick<HubRequest, "mode" | "topic" | "callback" | "seconds">,
  challenge: string,
): string {
  const url = new URL(request.callback);
  url.searchParams.append("hub.mode", request.mode);
  url.searchParams.append("hub.topic", request.topic);
  url.searchParams.append("hub.challenge", challenge);
  if (request.mode === "subscribe") url.searchParams.append("hub.lease_seconds", String(request.seconds));
  return url.href;
}
