import { GraphError, invalidParameter } from "../graph-error.ts";

/** What the Messenger Platform answers when it does not send (sections 13 and 16). */

function refusal(code: number, subcode: number | undefined, message: string, status = 400): GraphError {
  return new GraphError(
    {
      message: `(#${code}) ${message}`,
      type: "OAuthException",
      code,
      ...(subcode === undefined ? {} : { error_subcode: subcode }),
    },
    status,
  );
}

export const outsideWindow = (): GraphError =>
  refusal(
    10,
    2018278,
    "This message is sent outside of allowed window. Learn more about the new policy here: https://developers.facebook.com/docs/messenger-platform/policy-overview",
  );

/** HUMAN_AGENT without the feature (wording approximate in section 16). */
export const tagNotGranted = (): GraphError =>
  refusal(
    10,
    2018065,
    "This message is sent outside of allowed window. You need to request the Human Agent permission.",
  );

export const noMatchingUser = (): GraphError => invalidParameter("No matching user found", 2018001);

export const personBlockedByPage = (): GraphError =>
  refusal(
    10,
    2018108,
    "This Person Cannot Receive Messages: This person isn't receiving messages from you right now.",
  );

export const personUnavailable = (): GraphError =>
  refusal(551, 1545041, "This person isn't available right now.");

export const needsAdvancedAccess = (): GraphError =>
  refusal(
    200,
    2018028,
    "Cannot message users who are not admins, developers or testers of the app until pages_messaging permission is reviewed and the app is live.",
    403,
  );

export const notOwner = (): GraphError =>
  new GraphError({
    message: "(#10) Message failed to send because another app is controlling this thread now.",
    type: "OAuthException",
    code: 10,
    error_subcode: 2018300,
  });

/** A retired tag, a text too long: 100 in different words. */
export const invalidTag = (): GraphError => invalidParameter("Invalid parameter");

export const tooOften = (subcode?: number): GraphError =>
  refusal(613, subcode, "Calls to this api have exceeded the rate limit.");

export const messengerLimit = (): GraphError =>
  new GraphError({
    message:
      "There have been too many calls to this Messenger account. Wait a bit and try again. For more info, please refer to https://developers.facebook.com/docs/graph-api/overview/rate-limiting.",
    type: "OAuthException",
    code: 80006,
  });

/** A message beyond the newest twenty: told as if it had been deleted (section 12). */
export const messageTooOld = (): GraphError =>
  new GraphError({
    message: "The message has been deleted or is too old to be read.",
    type: "OAuthException",
    code: 9000001,
  });
