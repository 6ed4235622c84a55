/** People in computing, combined freely. */
export const firstNames: readonly string[] =
  "Ada Alan Annie Barbara Claude Donald Dorothy Edsger Edith Evelyn Frances Fei Grace Hedy Ida Jean John Joan Karen Katherine Ken Klara Leslie Linus Lynn Margaret Mary Mei Niklaus Radia Robin Ruth Shafi Sophie Sister Tim Tony Vint Whitfield Yukihiro".split(
    " ",
  );

export const lastNames: readonly string[] =
  "Allen Bartik Berners-Lee Boyd Cerf Clarke Conway Daubechies Diffie Dijkstra Easley Floyd Goldwasser Granville Hamilton Hoare Holberton Hopper Johnson Jones Keller Knuth Lamarr Lamport Liskov Lovelace Matsumoto McNulty Milner Neumann Perlman Ritchie Shannon Sparck Thompson Torvalds Turing Vaughan Wilson Wirth".split(
    " ",
  );

export const groupNames: readonly string[] = [
  "Data Engineering",
  "Marketing",
  "Analytics",
  "Growth",
  "Mobile",
  "Web Platform",
  "Customer Success",
  "Security",
  "Finance",
  "Product",
  "Support",
  "Contractors",
];
