using System.Security.Cryptography;

namespace Cybernetes.ApiServer.Discovery;

/// <summary>Entity tags: the SHA-512 of a document, in quotes, as upstream has them.</summary>
internal static class ETag
{
    public static string Of(ReadOnlySpan<byte> document) => $"\"{Convert.ToHexString(SHA512.HashData(document))}\"";
}
