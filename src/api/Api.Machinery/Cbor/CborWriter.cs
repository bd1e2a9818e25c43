using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace Cybernetes.Api.Machinery;

/// <summary>
/// Writes CBOR (RFC 8949) as upstream does (KEP-4222): self-described, deterministic, texts as byte strings, numbers in their shortest form.
/// </summary>
public static class CborWriter
{
    /// <summary>One document.</summary>
    public static byte[] Write(Value document)
    {
        var output = new ArrayBufferWriter<byte>(512);
        output.Write((ReadOnlySpan<byte>)[0xd9, 0xd9, 0xf7]);
        Write(document, output);
        return output.WrittenSpan.ToArray();
    }

    private static void Write(Value value, ArrayBufferWriter<byte> output)
    {
        switch (value.Kind)
        {
            case ValueKind.Null:
                output.Write((ReadOnlySpan<byte>)[0xf6]);
                break;
            case ValueKind.Boolean:
                output.Write((ReadOnlySpan<byte>)[value.AsBoolean == true ? (byte)0xf5 : (byte)0xf4]);
                break;
            case ValueKind.Integer:
                var number = value.AsInteger!.Value;
                Head(output, number < 0 ? 1 : 0, number < 0 ? (ulong)~number : (ulong)number);
                break;
            case ValueKind.Double:
                Float(output, value.AsDouble!.Value);
                break;
            case ValueKind.String:
                Text(output, value.AsString!);
                break;
            case ValueKind.List:
                Head(output, 4, (ulong)value.Items.Count);
                foreach (var item in value.Items)
                {
                    Write(item, output);
                }

                break;
            default:
                Head(output, 5, (ulong)value.Entries.Count);
                foreach (var (key, entry) in value.Entries.OrderBy(entry => Encoding.UTF8.GetBytes(entry.Key), ShorterFirst.Instance))
                {
                    Text(output, key);
                    Write(entry, output);
                }

                break;
        }
    }

    private static void Text(ArrayBufferWriter<byte> output, string text)
    {
        var length = Encoding.UTF8.GetByteCount(text);
        Head(output, 2, (ulong)length);
        Encoding.UTF8.GetBytes(text, output.GetSpan(length));
        output.Advance(length);
    }

    private static void Float(ArrayBufferWriter<byte> output, double number)
    {
        Span<byte> bytes = stackalloc byte[9];
        if ((double)(Half)number == number)
        {
            bytes[0] = 0xf9;
            BinaryPrimitives.WriteHalfBigEndian(bytes[1..], (Half)number);
            output.Write(bytes[..3]);
        }
        else if ((float)number == number)
        {
            bytes[0] = 0xfa;
            BinaryPrimitives.WriteSingleBigEndian(bytes[1..], (float)number);
            output.Write(bytes[..5]);
        }
        else
        {
            bytes[0] = 0xfb;
            BinaryPrimitives.WriteDoubleBigEndian(bytes[1..], number);
            output.Write(bytes);
        }
    }

    private static void Head(ArrayBufferWriter<byte> output, int major, ulong argument)
    {
        Span<byte> bytes = stackalloc byte[9];
        var length = argument switch
        {
            < 24 => 0,
            <= byte.MaxValue => 1,
            <= ushort.MaxValue => 2,
            <= uint.MaxValue => 4,
            _ => 8,
        };
        bytes[0] = (byte)((major << 5) | (length switch { 0 => (int)argument, 1 => 24, 2 => 25, 4 => 26, _ => 27 }));
        for (var i = 0; i < length; i++)
        {
            bytes[1 + i] = (byte)(argument >> (8 * (length - 1 - i)));
        }

        output.Write(bytes[..(1 + length)]);
    }

    // The order of the encoded keys: their heads first, and so by length.
    private sealed class ShorterFirst : IComparer<byte[]>
    {
        public static ShorterFirst Instance { get; } = new();

        public int Compare(byte[]? x, byte[]? y) => x!.Length != y!.Length ? x.Length.CompareTo(y.Length) : x.AsSpan().SequenceCompareTo(y);
    }
}
