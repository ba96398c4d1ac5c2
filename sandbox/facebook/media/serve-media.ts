import type { FastifyInstance } from "fastify";
import type { World } from "../world.ts";

/** `/_media/{id}`: pictures and films as they were uploaded, where Graph's answers and the wall point to. */
export function addMedia(app: FastifyInstance, world: World): void {
  app.get("/_media/:id", async (request, reply) => {
    const { id } = request.params as { id: string };
    const photo = world.library.photos.get(id);
    const video = world.library.videos.get(id);
    const isThere = photo ? photo.bytes.length > 0 : (video?.chunks.length ?? 0) > 0;
    if (!isThere || (!photo && video?.uploadedAt === undefined))
      return reply.code(404).send("no picture or film");
    return reply
      .headers({
        "content-type": photo ? photo.type : "video/mp4",
        "cache-control": "private, max-age=3600",
        "content-security-policy": "default-src 'none'",
        "x-content-type-options": "nosniff",
      })
      .send(photo ? photo.bytes : Buffer.concat(video?.chunks ?? []));
  });
}
