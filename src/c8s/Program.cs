using Cybernetes.Commands;

namespace Cybernetes;

/// <summary>One binary, many components: the name it is called by, or the first argument, chooses which.</summary>
internal static class Program
{
    private static async Task<int> Main(string[] args)
    {
        try
        {
            return await RunAsync(args);
        }
        catch (Exception e)
        {
            // Whatever nobody expected: the message for the user, the rest for who mends it.
            Console.Error.WriteLine($"error: {e.Message}\n  This was not expected; please report it with what follows.\n{e}");
            return 1;
        }
    }

    private static async Task<int> RunAsync(string[] args)
    {
        using var stop = new StopSignal();
        var calledAs = Path.GetFileName(Environment.GetCommandLineArgs()[0]);
        if (CommandTable.Find(calledAs) is { } own)
        {
            return await own.RunAsync(args, stop.Token);
        }

        if (args.Length == 0 || args[0] is "help" or "--help" or "-h")
        {
            Console.Out.Write(CommandTable.Usage());
            return 0;
        }

        if (CommandTable.Find(args[0]) is { } named)
        {
            return await named.RunAsync(args[1..], stop.Token);
        }

        Console.Error.WriteLine($"c8s: unknown command \"{args[0]}\"; `c8s help` lists the commands");
        return 1;
    }
}
