using System.Buffers;
using Cybernetes.Api.Machinery;

namespace Cybernetes.ApiServer.Negotiation;

/// <summary>JSON with line breaks.</summary>
internal static class PrettyJson
{
    public static byte[] Of(ReadOnlySpan<byte> json)
    {
        var buffer = new ArrayBufferWriter<byte>(json.Length * 2);
        JsonEncoder.WriteIndented(Value.ParseJson(json), buffer);
        return buffer.WrittenSpan.ToArray();
    }
}
