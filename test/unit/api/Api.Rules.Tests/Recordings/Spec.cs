namespace Cybernetes.Api.Rules.Tests.Recordings;

/// <summary>Finds the wire facts that stand beside the repository.</summary>
internal static class Spec
{
    public static string? Folder()
    {
        if (Environment.GetEnvironmentVariable("C8S_SPEC") is { Length: > 0 } given)
        {
            return given;
        }

        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            var folder = System.IO.Path.Combine(at.FullName, "shared", "spec");
            if (Directory.Exists(folder))
            {
                return folder;
            }
        }

        return null;
    }
}
