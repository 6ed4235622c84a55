import { useSearchParams } from "react-router";

/** The text that is searched for. It is part of the address, so that it can be linked to and survives a reload. */
export function useSearchText(): [text: string, setText: (text: string) => void] {
  const [parameters, setParameters] = useSearchParams();
  return [
    parameters.get("q") ?? "",
    (text) =>
      setParameters(
        (before) => {
          const next = new URLSearchParams(before);
          if (text) next.set("q", text);
          else next.delete("q");
          return next;
        },
        { replace: true },
      ),
  ];
}
