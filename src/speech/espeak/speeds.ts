/** How fast eSpeak NG speaks by itself, in words a minute. */
export const ownSpeed = 175;

/** The highest rate that it speaks at: it takes up to 450 words a minute. */
export const fastest = 450 / ownSpeed;
