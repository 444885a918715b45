declare module 'heic-decode' {
  interface DecodedPicture {
    width: number;
    height: number;
    data: Uint8ClampedArray;
  }
  interface Picture {
    width: number;
    height: number;
    decode(): Promise<DecodedPicture>;
  }
  const decode: { all(input: { buffer: Uint8Array }): Promise<readonly Picture[]> };
  export default decode;
}
