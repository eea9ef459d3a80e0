package dev.assay.formats.x86;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Encodings of the SDM's instruction pages, and what they say. */
class DecoderTest {
  private static final long ADDRESS = 0x401000;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          b82a000000           | mov eax, 0x2a
          b8ffffffff           | mov eax, 0xffffffff
          48c7c0ffffffff       | mov rax, 0xffffffffffffffff
          48b88877665544332211 | movabs rax, 0x1122334455667788
          4883ec80             | sub rsp, 0xffffffffffffff80
          6683c0ff             | add ax, 0xffff
          c745fc2a000000       | mov dword ptr [rbp-0x4], 0x2a
          8b0485a0000000       | mov eax, dword ptr [rax*4+0xa0]
          430fb6440500         | movzx eax, byte ptr [r13+r8*1+0x0]
          88e0                 | mov al, ah
          4088e0               | mov al, spl
          64488b042528000000   | mov rax, qword ptr fs:0x28
          8b0425efbeadde       | mov eax, dword ptr ds:0xffffffffdeadbeef
          488d3d00010000       | lea rdi, [rel 0x401107]
          eb05                 | jmp 0x401007
          e8fbffffff           | call 0x401000
          0f85fa000000         | jne 0x401100
          ff25f20f0000         | jmp qword ptr [rel 0x401ff8]
          3effe0               | notrack jmp rax
          f2c3                 | bnd ret
          f3c3                 | repz ret
          f30f1efa             | endbr64
          50                   | push rax
          4155                 | push r13
          6aff                 | push 0xffffffffffffffff
          90                   | nop
          4190                 | xchg r8d, eax
          6690                 | xchg ax, ax
          f390                 | pause
          662e0f1f840000000000 | cs nop word ptr [rax+rax*1+0x0]
          f348ab               | rep stos qword ptr es:[rdi], rax
          f3a6                 | repz cmps byte ptr ds:[rsi], byte ptr es:[rdi]
          f0480fb13b           | lock cmpxchg qword ptr [rbx], rdi
          98                   | cwde
          6698                 | cbw
          4898                 | cdqe
          c1e004               | shl eax, 0x4
          f7d8                 | neg eax
          480fafc7             | imul rax, rdi
          0f94c0               | sete al
          480f44c2             | cmove rax, rdx
          f3480fb8c7           | popcnt rax, rdi
          660fc8               | bswap ax
          0f05                 | syscall
          0f0b                 | ud2
          d9e8                 | fld1
          d95df0               | fstp dword ptr [rbp-0x10]
          db6c2410             | fld tbyte ptr [rsp+0x10]
          dec9                 | fmulp st(1), st
          dfe9                 | fucomip st, st(1)
          0f28c1               | movaps xmm0, xmm1
          f20f1005f8ffffff     | movsd xmm0, qword ptr [rel 0x401000]
          f3480f2ac7           | cvtsi2ss xmm0, rdi
          0fefc0               | pxor mm0, mm0
          660fefc0             | pxor xmm0, xmm0
          660f6fc8             | movdqa xmm1, xmm0
          660f3800c1           | pshufb xmm0, xmm1
          660f3a0fc108         | palignr xmm0, xmm1, 0x8
          660f38dcc1           | aesenc xmm0, xmm1
          0f38cbca             | sha256rnds2 xmm1, xmm2, xmm0
          660fc2c101           | cmppd xmm0, xmm1, 0x1
          c5f877               | vzeroupper
          c5fd6f07             | vmovdqa ymm0, ymmword ptr [rdi]
          c5f058c2             | vaddps xmm0, xmm1, xmm2
          c4e2f5b8c2           | vfmadd231pd ymm0, ymm1, ymm2
          c4e3fd00c04e         | vpermq ymm0, ymm0, 0x4e
          c4e26990048f         | vpgatherdd xmm0, dword ptr [rdi+xmm1*4], xmm2
          c4e2f0f2c2           | andn rax, rcx, rdx
          c4e37b f0c705        | rorx eax, edi, 0x5
          62e17f486f06         | vmovdqu8 zmm16, zmmword ptr [rsi]
          62f1ed4958c3         | vaddpd zmm0{k1}, zmm2, zmm3
          62f16c5858 4001      | vaddps zmm0, zmm2, dword bcst [rax+0x4]
          62f16c1858c3         | vaddps zmm0, zmm2, zmm3, {rn-sae}
          62f1fe286f4101       | vmovdqu64 ymm0, ymmword ptr [rcx+0x20]
          62f37d483fc200       | vpcmpb k0, zmm0, zmm2, 0x0
          """)
  void readsIn64BitMode(String hex, String expected) {
    assertThat(text(Decoder.OF_64_BITS, hex)).contains(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          40                   | inc eax
          60                   | pusha
          a134120000           | mov eax, ds:0x1234
          8b0534120000         | mov eax, dword ptr ds:0x1234
          658b1d14000000       | mov ebx, dword ptr gs:0x14
          678b4702             | mov eax, dword ptr [bx+0x2]
          678b00               | mov eax, dword ptr [bx+si]
          ff30                 | push dword ptr [eax]
          6a80                 | push 0xffffff80
          c500                 | lds eax, fword ptr [eax]
          630a                 | arpl word ptr [edx], cx
          9a78563412 3300      | call 0x33:0x12345678
          f30f1efb             | endbr32
          e8fbefbfff           | call 0x0
          """)
  void readsIn32BitMode(String hex, String expected) {
    assertThat(text(Decoder.OF_32_BITS, hex)).contains(expected);
  }

  /** Not in that mode, not at all, not to its end, longer than 15 bytes, or with a reserved bit. */
  @ParameterizedTest
  @CsvSource({
    "06",
    "60",
    "d6",
    "0f04",
    "0f0e",
    "b82a0000",
    "66",
    "c5f8",
    "62f17e",
    "8ef8",
    "0f22c8",
    "48c5f877",
    "f0c5f877",
    "c5f977c1",
    "66666666666666666666666666b82a00",
    "62f97e486f06",
    "c4e26158c2",
    "66e90000"
  })
  void whatIsNotKnownIsNotDecoded(String hex) {
    assertThat(text(Decoder.OF_64_BITS, hex)).isEmpty();
  }

  @Test
  void addressesAreNamedByWhoeverKnowsThem() {
    Instruction call = decoded("e8fbffffff");
    assertThat(call.text(address -> "main+0x" + (address - ADDRESS))).isEqualTo("call main+0x0");
    Instruction load = decoded("488d3d00010000");
    assertThat(load.text(address -> "`text`")).isEqualTo("lea rdi, [rel `text`]");
  }

  @Test
  void anOffsetOutsideIsRefused() {
    Block code = Bytes.of(new byte[1]).block(0, 1);
    assertThatThrownBy(() -> Decoder.OF_64_BITS.at(code, 1, 0)).isInstanceOf(Malformed.class);
  }

  @Test
  void anyBytesAreReadInBothModesWithinTheirEnds() {
    Random random = new Random(7);
    byte[] content = new byte[40];
    for (int i = 0; i < 10_000; i++) {
      random.nextBytes(content);
      survives(content);
    }
  }

  /** No length is outside 1 to 15 or the code, and reading depends on the bytes alone. */
  static void survives(byte[] content) {
    Block code = Bytes.of(content).block(0, content.length);
    for (Decoder decoder : Decoder.values()) {
      int at = 0;
      while (at < content.length) {
        Optional<Instruction> found = decoder.at(code, at, ADDRESS + at);
        int length = found.map(Instruction::length).orElse(1);
        assertThat(length).isBetween(1, Math.min(15, content.length - at));
        Block only = code.slice(at, length);
        found.ifPresent(
            each -> {
              assertThat(decoder.at(only, 0, ADDRESS)).map(Instruction::length).hasValue(length);
              assertThat(each.text()).isNotBlank().doesNotContain("  ");
            });
        at += length;
      }
    }
  }

  private static Instruction decoded(String hex) {
    byte[] bytes = HexFormat.of().parseHex(hex.replace(" ", ""));
    return Decoder.OF_64_BITS.at(Bytes.of(bytes).block(0, bytes.length), 0, ADDRESS).orElseThrow();
  }

  private static Optional<String> text(Decoder decoder, String hex) {
    byte[] bytes = HexFormat.of().parseHex(hex.replace(" ", ""));
    return decoder.at(Bytes.of(bytes).block(0, bytes.length), 0, ADDRESS).map(Instruction::text);
  }
}
