using Cybernetes.Network.Bench;

// dotnet run -c Release --project bench/load/network/Network.Bench -- proxy | dns
switch (args is [var what, ..] ? what : "")
{
    case "proxy":
        await ProxyBench.RunAsync();
        break;
    case "dns":
        await DnsBench.RunAsync(args is [_, var seconds, ..] ? int.Parse(seconds, System.Globalization.CultureInfo.InvariantCulture) : 5);
        break;
    default:
        Console.Error.WriteLine("usage: Network.Bench proxy | dns [SECONDS]");
        return 2;
}

return 0;
