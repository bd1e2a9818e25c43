namespace Cybernetes.Commands;

/// <summary><c>c8s version</c>.</summary>
internal static class VersionCommand
{
    public static Task<int> RunAsync(string[] args, CancellationToken cancellationToken)
    {
        Console.Out.WriteLine($"c8s {Base.ProductVersion.GitVersion}");
        return Task.FromResult(0);
    }
}
