using Cybernetes.Configuration;

namespace Cybernetes.Tests.Configuration;

public sealed class DocumentationTests
{
    [Fact]
    public void EveryKeyIsInTheManualAndTheManualNamesNoOther()
    {
        var documented = File.ReadLines(ManualPath()).Where(line => line.StartsWith("| `", StringComparison.Ordinal)).Select(line => line.Split('`')[1]).Order(StringComparer.Ordinal);
        var known = new ClusterFlags("c8s up").Set.Flags.Select(flag => flag.Name).Order(StringComparer.Ordinal);
        Assert.Equal(known, documented);
    }

    private static string ManualPath()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(directory.FullName, "Cybernetes.slnx")))
        {
            directory = directory.Parent!;
        }

        return Path.Combine(directory.FullName, "docs", "configuration.md");
    }
}
