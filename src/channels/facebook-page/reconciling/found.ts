import { z } from "zod";

/** What lists show of what people wrote (graph-api.md sections 10 to 12). A damaged member costs itself only. */

const someone = z.object({ id: z.string().min(1), name: z.string().optional().catch(undefined) });
const paging = z
  .object({
    cursors: z.object({ after: z.string().optional() }).optional(),
    next: z.string().optional(),
  })
  .optional()
  .catch(undefined);

const picture = z.object({ media: z.object({ image: z.object({ src: z.string() }).optional() }).optional() });

const comment = z.object({
  id: z.string().min(1),
  message: z.string().optional().catch(undefined),
  created_time: z.string(),
  from: someone.optional().catch(undefined),
  parent: z.object({ id: z.string() }).optional().catch(undefined),
  attachment: picture.optional().catch(undefined),
});

const post = z.object({
  id: z.string().min(1),
  message: z.string().optional().catch(undefined),
  created_time: z.string(),
  from: someone.optional().catch(undefined),
});

const attachment = z.object({
  name: z.string().optional().catch(undefined),
  file_url: z.string().optional().catch(undefined),
  image_data: z.object({ url: z.string() }).optional().catch(undefined),
  video_data: z.object({ url: z.string() }).optional().catch(undefined),
});

const message = z.object({
  id: z.string().min(1),
  message: z.string().optional().catch(undefined),
  created_time: z.string(),
  from: someone.optional().catch(undefined),
  attachments: z
    .object({ data: z.array(attachment) })
    .optional()
    .catch(undefined),
});

export type FoundComment = z.output<typeof comment>;
export type FoundPost = z.output<typeof post>;
export type FoundMessage = z.output<typeof message>;
export type FoundAttachment = z.output<typeof attachment>;

/** Members that are not as they should be are left out: one of them must not hide the others. */
function listOf<Item>(item: z.ZodType<Item>) {
  const members = z
    .array(z.unknown())
    .transform((all) => all.flatMap((one) => item.safeParse(one).data ?? []));
  return z.object({ data: members, paging });
}

export const commentList = listOf(comment);
export const postList = listOf(post.extend({ comments: commentList.optional().catch(undefined) }));
export const threadList = listOf(
  z.object({
    id: z.string().min(1),
    updated_time: z.string(),
    participants: z.object({ data: z.array(someone) }),
    messages: listOf(message).optional().catch(undefined),
  }),
);

/** Where the next piece begins; undefined at the end. `next` holds the token, so only the cursor is used. */
export function cursorAfter(list: { paging?: z.output<typeof paging> }): string | undefined {
  return list.paging?.next === undefined ? undefined : list.paging.cursors?.after;
}

export const commentFields = "id,message,created_time,from{id,name},parent{id},attachment";
export const messageFields = "id,message,created_time,from{id,name},attachments";
