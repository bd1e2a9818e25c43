using Cybernetes.Api.Machinery;

namespace Cybernetes.ApiServer.Negotiation;

/// <summary>YAML documents: the object's JSON in YAML's clothes.</summary>
internal static class YamlDocument
{
    public static byte[] FromJson(ReadOnlySpan<byte> json) => System.Text.Encoding.UTF8.GetBytes(YamlWriter.Write(Value.ParseJson(json)));
}
