import { parentPort, workerData } from "node:worker_threads";
import h264 from "h264-mp4-encoder";
import { clipFrame, planClip } from "./clip.ts";
import { drawFrame, type Picture, pictureBytes, pictureOf } from "./clip-picture.ts";
import type { ClipOrder, ToClipWorker } from "./clip-thread.ts";

/**
 * A thread that makes the frames of a clip, one at a time and each only when it is asked for, so that there is never
 * more in memory than the cards and one frame. It encodes them itself, or hands them over as they are. On a thread
 * because a frame takes longer than a web request may wait, and because the encoder's WebAssembly memory is only given
 * back when its thread ends.
 */
const { shape, cards, encodes } = workerData as ClipOrder;
const port = parentPort;
if (!port) throw new Error("clip-worker.ts is to be started as a thread");

const pictures: Picture[] = [];
const plan = planClip(cards, shape.framesPerSecond);
const spare = new Uint8Array(pictureBytes(shape.width, shape.height));
let index = 0;

port.on("message", (message: ToClipWorker) => {
  if (message.kind === "card") {
    pictures.push(pictureOf(message.pixels, shape.width, shape.height));
    if (encodes && pictures.length === cards) void encodeAll();
  } else if (index < plan.frames) {
    const frame = new Uint8Array(spare.length);
    drawFrame(clipFrame(plan, index++), pictures, frame, spare);
    port.postMessage({ kind: "frame", bytes: frame }, [frame.buffer]);
  } else port.postMessage({ kind: "end" });
});

async function encodeAll(): Promise<void> {
  const encoder = await h264.createH264MP4Encoder();
  encoder.width = shape.width;
  encoder.height = shape.height;
  encoder.frameRate = shape.framesPerSecond;
  // Fastest; flat colours and still text need no more. Lower is better: up to 28 letters keep clean edges (looked at).
  encoder.speed = 10;
  encoder.quantizationParameter = 27;
  encoder.groupOfPictures = shape.framesPerSecond * 2;
  encoder.initialize();
  const frame = new Uint8Array(spare.length);
  for (; index < plan.frames; index++) {
    drawFrame(clipFrame(plan, index), pictures, frame, spare);
    encoder.addFrameYuv(frame);
  }
  encoder.finalize();
  const bytes = encoder.FS.readFile(encoder.outputFilename).slice();
  port?.postMessage({ kind: "clip", bytes }, [bytes.buffer]);
}
