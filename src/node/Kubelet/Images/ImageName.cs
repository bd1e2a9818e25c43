using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Cybernetes.Kubelet.Images;

/// <summary>Reads image names by the distribution reference grammar.</summary>
internal static partial class ImageName
{
    /// <summary>The name with its default tag; an error text when it does not parse.</summary>
    public static bool TryNormalize(string image, [NotNullWhen(true)] out string? normalized, [NotNullWhen(false)] out string? error)
    {
        normalized = null;
        error = null;
        var match = Reference().Match(image);
        if (!match.Success)
        {
            var why = image.Length > 0 && image.AsSpan().ContainsAnyInRange('A', 'Z') && Reference().IsMatch(image.ToLowerInvariant())
                ? "repository name must be lowercase"
                : "invalid reference format";
            why = why.StartsWith("repository", StringComparison.Ordinal) ? "invalid reference format: " + why : why;
            error = $"Failed to apply default image tag \"{image}\": couldn't parse image name \"{image}\": {why}";
            return false;
        }

        normalized = match.Groups["tag"].Success || match.Groups["digest"].Success ? image : image + ":latest";
        return true;
    }

    /// <summary>The registry a name is pulled from.</summary>
    public static string Registry(string image)
    {
        var slash = image.IndexOf('/');
        var first = slash > 0 ? image[..slash] : "";
        return first.Contains('.') || first.Contains(':') || first == "localhost" ? first : "docker.io";
    }

    [GeneratedRegex(@"\A(?:(?:[a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9])(?:\.(?:[a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9]))*(?::[0-9]+)?/)?[a-z0-9]+(?:(?:[._]|__|[-]+)[a-z0-9]+)*(?:/[a-z0-9]+(?:(?:[._]|__|[-]+)[a-z0-9]+)*)*(?<tag>:[\w][\w.-]{0,127})?(?<digest>@[A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*:[0-9a-fA-F]{32,})?\z")]
    private static partial Regex Reference();
}
