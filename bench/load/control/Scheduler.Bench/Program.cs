using System.Globalization;
using Cybernetes.Scheduler.Bench;

// dotnet run -c Release --project bench/load/control/Scheduler.Bench -- decide | cluster [NODES PODS [SHAPE]]
int Number(int at, int otherwise) => args.Length > at ? int.Parse(args[at], CultureInfo.InvariantCulture) : otherwise;

switch (args is [var what, ..] ? what : "")
{
    case "decide":
        await DecideBench.RunAsync(Number(1, 5000), Number(2, 2000), args.Length > 3 ? args[3] : "");
        break;
    case "cluster":
        await ClusterBench.RunAsync(Number(1, 1000), Number(2, 2000), args.Length > 3 ? args[3] : "basic");
        break;
    default:
        Console.Error.WriteLine("usage: Scheduler.Bench decide | cluster [NODES PODS [SHAPE]]; shapes: " + string.Join(' ', PodShapes.All.Keys));
        return 2;
}

return 0;
