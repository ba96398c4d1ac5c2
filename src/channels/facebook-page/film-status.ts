import { z } from "zod";

/** What is asked of a film: how far it is, and where people see it (graph-api.md sections 7.2 and 7.4). */
export const filmFields = "status,permalink_url,post_id";

const errors = z
  .union([
    // The guide writes one `error`, the specification a list of `errors`.
    z.object({ code: z.union([z.number(), z.string()]).optional(), message: z.string().optional() }),
    z.array(z.object({ code: z.union([z.number(), z.string()]).optional(), message: z.string().optional() })),
  ])
  .optional()
  .catch(undefined);
const phase = z
  .object({ status: z.string().catch(""), error: errors, errors, publish_status: z.string().optional() })
  .catch({ status: "" })
  .optional();
const bytes = z.coerce.number().int().nonnegative().optional().catch(undefined);
const film = z.object({
  status: z.object({
    video_status: z.string().catch(""),
    uploading_phase: z
      .object({
        status: z.string().catch(""),
        error: errors,
        errors,
        // Both spellings are Meta's own.
        bytes_transfered: bytes,
        bytes_transferred: bytes,
      })
      .optional()
      .catch(undefined),
    processing_phase: phase,
    publishing_phase: phase,
  }),
  permalink_url: z.string().optional().catch(undefined),
  post_id: z
    .string()
    .regex(/^\d{1,40}(_\d{1,40})?$/)
    .optional()
    .catch(undefined),
});

/**
 * How far a film is. "started": bytes are missing. "uploaded": nobody asked for it to be published yet. "working":
 * somebody did, and it is not seen yet. "failed": Facebook gave it up, with its codes. "expired": too old to finish.
 */
export type FilmStatus =
  | { kind: "started"; bytesThere: number }
  | { kind: "uploaded" }
  | { kind: "working" }
  | { kind: "published"; permalink?: string; postId?: string }
  | { kind: "failed"; detail: string }
  | { kind: "expired" };

/** Of the answer to `GET /{video}?fields=status,permalink_url,post_id`; undefined where it is not one. */
export function readFilmStatus(body: unknown): FilmStatus | undefined {
  const read = film.safeParse(body).data;
  if (!read) return undefined;
  const { video_status, uploading_phase, processing_phase, publishing_phase } = read.status;
  if (video_status === "expired") return { kind: "expired" };
  const phases = [uploading_phase, processing_phase, publishing_phase];
  if (/^(error|upload_failed)$/.test(video_status) || phases.some((one) => one?.status === "error")) {
    return { kind: "failed", detail: describe(video_status, phases) };
  }
  const wasAsked = publishing_phase?.status === "in_progress" || publishing_phase?.status === "complete";
  if (wasAsked) {
    const isOut =
      publishing_phase.status === "complete" &&
      (publishing_phase.publish_status ?? "published") === "published";
    return isOut
      ? { kind: "published", permalink: read.permalink_url, postId: read.post_id }
      : { kind: "working" };
  }
  if (uploading_phase?.status === "complete" || /^(ready|upload_complete)$/.test(video_status)) {
    return { kind: "uploaded" };
  }
  const there = uploading_phase?.bytes_transferred ?? uploading_phase?.bytes_transfered ?? 0;
  return { kind: "started", bytesThere: there };
}

type Errors = z.output<typeof errors>;

function describe(videoStatus: string, phases: readonly ({ error?: Errors; errors?: Errors } | undefined)[]) {
  const told = phases
    .flatMap((one) => [one?.error, one?.errors])
    .flat()
    .filter((one) => one !== undefined)
    .map((one) => `${one.code ?? ""} ${one.message ?? ""}`.trim());
  return `${videoStatus}: ${[...new Set(told)].join("; ")}`.slice(0, 300);
}
