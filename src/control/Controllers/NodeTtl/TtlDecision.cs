namespace Cybernetes.Controllers.NodeTtl;

/// <summary>
/// How long kubelets may use what they have read of Secrets and ConfigMaps, by the size of the cluster. The steps overlap, so that a cluster at a
/// border does not swing. Pure.
/// </summary>
public static class TtlDecision
{
    /// <summary>The annotation of nodes, in seconds.</summary>
    public const string Annotation = "node.alpha.kubernetes.io/ttl";

    private static readonly (int Least, int Most, int Seconds)[] _steps =
    [
        (0, 100, 0),
        (90, 500, 15),
        (450, 1000, 30),
        (900, 2000, 60),
        (1800, int.MaxValue, 300),
    ];

    /// <summary>The step for a number of nodes, coming from another step.</summary>
    public static int StepOf(int nodes, int before)
    {
        var step = before;
        while (nodes > _steps[step].Most)
        {
            step++;
        }

        while (nodes < _steps[step].Least)
        {
            step--;
        }

        return step;
    }

    /// <summary>The seconds of a step.</summary>
    public static int SecondsOf(int step) => _steps[step].Seconds;
}
