namespace Cybernetes.Commands;

/// <summary>One command of the binary.</summary>
/// <param name="Name">The name it is called by: upstream's for upstream's components.</param>
/// <param name="Summary">One line for <c>c8s help</c>.</param>
/// <param name="RunAsync">Runs it with the arguments after its name; gives the exit code.</param>
internal sealed record Command(string Name, string Summary, Func<string[], CancellationToken, Task<int>> RunAsync);
