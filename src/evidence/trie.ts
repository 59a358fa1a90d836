/** A node of a trie whose steps are words. Most nodes have one child, which needs no map. */
export class TrieNode<T> {
  /** What the path to this node stands for. */
  readonly values: T[] = [];
  #key: string | undefined;
  #child: TrieNode<T> | undefined;
  #children: Map<string, TrieNode<T>> | undefined;

  /** The node one word further. */
  get(word: string): TrieNode<T> | undefined {
    return this.#key === word ? this.#child : this.#children?.get(word);
  }

  /** The nodes one word further. */
  children(): Iterable<TrieNode<T>> {
    if (this.#children === undefined) return this.#child === undefined ? [] : [this.#child];
    return this.#child === undefined ? this.#children.values() : [this.#child, ...this.#children.values()];
  }

  /** Whether any path goes on from here. */
  get isLeaf(): boolean {
    return this.#key === undefined;
  }

  /** The node one word further, made if it isn't there. */
  grow(word: string): TrieNode<T> {
    const known = this.get(word);
    if (known !== undefined) return known;
    const child = new TrieNode<T>();
    if (this.#key === undefined) [this.#key, this.#child] = [word, child];
    else {
      this.#children ??= new Map();
      this.#children.set(word, child);
    }
    return child;
  }
}
