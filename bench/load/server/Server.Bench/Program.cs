using Cybernetes.Server.Bench;

// `bare` is the yardstick's own process. Otherwise: the server's program and how many requests a row takes.
if (args is ["bare", var certificate])
{
    await BareServer.RunAsync(certificate);
    return;
}

var program = args.Length > 0 ? args[0] : "out/c8s";
var count = args.Length > 1 ? int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture) : 2000;
var directory = Directory.CreateTempSubdirectory("c8s-bench-");
try
{
    await using var server = await ServerProcess.StartServerAsync(program, directory.FullName);
    await using var bare = await ServerProcess.StartBareAsync(directory.FullName);
    await new Load(server, bare, count).RunAsync();
}
finally
{
    directory.Delete(recursive: true);
}
