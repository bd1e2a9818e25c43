namespace Cybernetes.Api.Tests;

/// <summary>Finds the facts (shared/spec) beside the checkout, or where C8S_SPEC says.</summary>
internal static class Spec
{
    /// <summary>The file or folder of that name; null when the facts are not there.</summary>
    public static string? Find(string name)
    {
        if (Environment.GetEnvironmentVariable("C8S_SPEC") is { Length: > 0 } spec)
        {
            return Path.Combine(spec, name);
        }

        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, "shared", "spec", name);
            if (Path.Exists(candidate))
            {
                return candidate;
            }
        }

        return null;
    }
}
