using System.Security.Cryptography;

namespace Cybernetes.ApiServer.Registry;

/// <summary>Makes names from generateName: upstream's alphabet without vowels and look-alikes, five characters.</summary>
public static class NameGenerator
{
    private const string Alphabet = "bcdfghjklmnpqrstvwxz2456789";
    private const int RandomLength = 5;
    private const int MaxPrefixLength = 63 - RandomLength;

    /// <summary>A name that begins with a prefix, at most 63 characters.</summary>
    public static string From(string prefix) =>
        (prefix.Length > MaxPrefixLength ? prefix[..MaxPrefixLength] : prefix) + RandomNumberGenerator.GetString(Alphabet, RandomLength);
}
