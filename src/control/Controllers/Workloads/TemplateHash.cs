using System.Globalization;
using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Controllers.Workloads;

/// <summary>
/// Stable names for templates: FNV-1a of the template's JSON and the count of collisions, in upstream's alphabet (no vowels, so no words).
/// </summary>
public static class TemplateHash
{
    private const string Alphabet = "bcdfghjklmnpqrstvwxz2456789";

    /// <summary>The hash of a pod template.</summary>
    public static string Of(PodTemplateSpec template, int? collisionCount) => Of(MessageText.ToJson(template), collisionCount);

    /// <summary>The hash of any bytes.</summary>
    public static string Of(ReadOnlySpan<byte> content, int? collisionCount)
    {
        var hash = Fnv(2166136261, content);
        if (collisionCount is { } count)
        {
            hash = Fnv(hash, BitConverter.GetBytes((long)count));
        }

        return Encode(hash.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>A text in the alphabet of names.</summary>
    public static string Encode(string text) => string.Create(text.Length, text, static (name, source) =>
    {
        for (var i = 0; i < name.Length; i++)
        {
            name[i] = Alphabet[source[i] % Alphabet.Length];
        }
    });

    private static uint Fnv(uint hash, ReadOnlySpan<byte> content)
    {
        foreach (var one in content)
        {
            hash = (hash ^ one) * 16777619;
        }

        return hash;
    }
}
