"use client";
import "../entry.js";

export default function Page() {
  return <p>{globalThis.used.length}</p>;
}
