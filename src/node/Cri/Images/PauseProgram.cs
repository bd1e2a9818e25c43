using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Cybernetes.Cri.Images;

/// <summary>
/// The program of the sandbox container: a static ELF file that sleeps until SIGTERM or SIGINT and lets the kernel reap the orphans of a
/// shared process namespace (SIGCHLD ignored). Written here byte by byte so that a node needs no registry to come up.
/// </summary>
public static class PauseProgram
{
    private const ulong Base = 0x400000;
    private const int HeaderLength = 64 + 56;
    private const int SigInt = 2;
    private const int SigTerm = 15;
    private const int SigChld = 17;

    /// <summary>The ELF file for <paramref name="architecture"/>; throws <see cref="PlatformNotSupportedException"/> for others than x64 and arm64.</summary>
    public static byte[] Build(Architecture architecture) => architecture switch
    {
        Architecture.X64 => Elf(machine: 62, X64()),
        Architecture.Arm64 => Elf(machine: 183, Arm64()),
        _ => throw new PlatformNotSupportedException($"no pause program for {architecture}"),
    };

    /// <summary>Code, then two struct sigaction: "ignore" and "exit"; the second one's handler lies at the returned offset of the code.</summary>
    private static (byte[] Code, int ExitOffset) X64()
    {
        List<byte> code = [];
        List<(int At, bool Exit)> references = [];
        Action(SigChld, exit: false);
        Action(SigTerm, exit: true);
        Action(SigInt, exit: true);
        code.AddRange([0xB8, 0x22, 0, 0, 0, 0x0F, 0x05, 0xEB, 0xF7]); // loop: pause()
        var exitOffset = code.Count;
        code.AddRange([0x31, 0xFF, 0xB8, 0x3C, 0, 0, 0, 0x0F, 0x05]); // exit(0)
        Pad(code);
        var bytes = code.ToArray();
        foreach (var (at, exit) in references)
        {
            BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(at), bytes.Length + (exit ? 32 : 0) - (at + 4));
        }

        return (bytes, exitOffset);

        void Action(byte signal, bool exit)
        {
            code.AddRange([0xBF, signal, 0, 0, 0, 0x48, 0x8D, 0x35]); // mov edi, signal; lea rsi, [rip + …]
            references.Add((code.Count, exit));
            code.AddRange([0, 0, 0, 0, 0x31, 0xD2, 0x41, 0xBA, 8, 0, 0, 0, 0xB8, 13, 0, 0, 0, 0x0F, 0x05]); // rt_sigaction(…, NULL, 8)
        }
    }

    private static (byte[] Code, int ExitOffset) Arm64()
    {
        List<uint> code = [];
        List<(int At, bool Exit)> references = [];
        Action(SigChld, exit: false);
        Action(SigTerm, exit: true);
        Action(SigInt, exit: true);
        var loop = code.Count;
        for (uint register = 0; register < 5; register++)
        {
            code.Add(Move(register, 0));
        }

        code.AddRange([Move(8, 73), 0xD4000001]); // ppoll(NULL, 0, NULL, NULL, 0)
        code.Add(0x14000000 | ((uint)(loop - code.Count) & 0x03ffffff));
        var exitOffset = code.Count * 4;
        code.AddRange([Move(0, 0), Move(8, 93), 0xD4000001]);
        while (code.Count % 4 != 0)
        {
            code.Add(0xD503201F);
        }

        foreach (var (at, exit) in references)
        {
            var distance = (uint)((code.Count - at) * 4) + (exit ? 32u : 0);
            code[at] = 0x10000001 | ((distance & 3) << 29) | ((distance >> 2) << 5);
        }

        var bytes = new byte[code.Count * 4];
        for (var i = 0; i < code.Count; i++)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(i * 4), code[i]);
        }

        return (bytes, exitOffset);

        void Action(uint signal, bool exit)
        {
            code.Add(Move(0, signal));
            references.Add((code.Count, exit));
            code.AddRange([0, Move(2, 0), Move(3, 8), Move(8, 134), 0xD4000001]); // adr x1, …; rt_sigaction(…, NULL, 8)
        }

        static uint Move(uint register, uint value) => 0xD2800000 | (value << 5) | register;
    }

    private static byte[] Elf(ushort machine, (byte[] Code, int ExitOffset) program)
    {
        var file = new byte[HeaderLength + 8 + program.Code.Length + 64];
        var codeAt = HeaderLength + 8; // keeps code and data 16-byte aligned
        ReadOnlySpan<byte> ident = [0x7f, (byte)'E', (byte)'L', (byte)'F', 2, 1, 1];
        ident.CopyTo(file);
        U16(16, 2); // ET_EXEC
        U16(18, machine);
        U32(20, 1);
        U64(24, Base + (ulong)codeAt); // entry
        U64(32, 64); // program headers
        U16(52, 64);
        U16(54, 56);
        U16(56, 1);
        U32(64, 1); // PT_LOAD
        U32(68, 5); // read, execute
        U64(80, Base);
        U64(88, Base);
        U64(96, (ulong)file.Length);
        U64(104, (ulong)file.Length);
        U64(112, 0x10000);
        program.Code.CopyTo(file, codeAt);
        var ignore = codeAt + program.Code.Length;
        U64(ignore, 1); // SIG_IGN
        var handler = Base + (ulong)(codeAt + program.ExitOffset);
        U64(ignore + 32, handler);
        U64(ignore + 40, 0x04000000); // SA_RESTORER, without which x86-64 delivers no signal; the handler never returns to it
        U64(ignore + 48, handler);
        return file;

        void U16(int at, ushort value) => BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(at), value);
        void U32(int at, uint value) => BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(at), value);
        void U64(int at, ulong value) => BinaryPrimitives.WriteUInt64LittleEndian(file.AsSpan(at), value);
    }

    private static void Pad(List<byte> code)
    {
        while (code.Count % 16 != 0)
        {
            code.Add(0x90);
        }
    }
}
