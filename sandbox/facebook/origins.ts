/** Where the hosts of section 1 stand in here. Every absolute URL in an answer begins with one of them. */
export interface Origins {
  /** `https://graph.facebook.com`: paging. */
  graph: string;
  /** `https://graph-video.facebook.com`: ordinary videos. */
  graphVideo: string;
  /** `https://rupload.facebook.com`: `upload_url` of Reels and video stories. */
  rupload: string;
  /** `https://www.facebook.com`: permalinks, stories, the login dialog. */
  www: string;
}

/** All on the sandbox's own address, but for those that were named: a proxy or a second name in front of it. */
export function originsOn(own: string, named: Partial<Origins> = {}): Origins {
  return { graph: own, graphVideo: own, rupload: own, www: own, ...named };
}
