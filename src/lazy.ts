/** Makes something when it is first asked for, once; what failed is tried anew. */
export function lazy<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return async () => {
    made ??= make();
    try {
      return await made;
    } catch (error) {
      // The network may be back at the next wish.
      made = undefined;
      throw error;
    }
  };
}
