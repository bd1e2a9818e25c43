using Cybernetes.Api.Tools;

namespace Cybernetes.Commands;

/// <summary><c>c8s api</c> on the process's own streams.</summary>
internal static class ApiCommands
{
    public static Task<int> RunAsync(string[] args, CancellationToken cancellationToken)
    {
        using var output = Console.OpenStandardOutput();
        using var input = Console.OpenStandardInput();
        return Task.FromResult(ApiCommand.Run(args, input, output, Console.Error));
    }
}
