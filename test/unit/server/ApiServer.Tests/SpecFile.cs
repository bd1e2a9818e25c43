namespace Cybernetes.ApiServer.Tests;

/// <summary>Finds files of ../shared/spec beside the checkout, or under C8S_SPEC.</summary>
internal static class SpecFile
{
    public static string? Find(string path)
    {
        if (Environment.GetEnvironmentVariable("C8S_SPEC") is { Length: > 0 } root)
        {
            return Existing(Path.Combine(root, path));
        }
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (Existing(Path.Combine(folder.FullName, "shared", "spec", path)) is { } found)
            {
                return found;
            }
        }
        return null;
    }

    private static string? Existing(string path) => File.Exists(path) ? path : null;
}
