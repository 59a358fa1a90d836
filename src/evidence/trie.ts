const NONE: readonly never[] = [];

/** A node of a trie whose steps are words. There are many: one child needs no map, and no value no list of its own. */
export class TrieNode<T> {
  #values: readonly T[] = NONE;
  #key: string | undefined;
  #child: TrieNode<T> | undefined;
  #children: Map<string, TrieNode<T>> | undefined;

  /** What the path to this node stands for. */
  get values(): readonly T[] {
    return this.#values;
  }

  add(value: T): void {
    // A list that is pushed to keeps room for sixteen more.
    this.#values = this.#values === NONE ? [value] : this.#values.concat([value]);
  }

  remove(value: T): void {
    this.#values = this.#values.filter((own) => own !== value);
  }

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
