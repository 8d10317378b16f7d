using System.Numerics;
using System.Runtime.CompilerServices;

namespace LossGen.Evaluation;

/// <summary>Turns a block of rows into columns and back.</summary>
internal static unsafe class Transposition
{
    /// <summary><c>columns[c · lanes + r] = rows[r · count + c]</c> for all r below <paramref name="lanes"/> and c below <paramref name="count"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void RowsToColumns<T>(T* rows, int count, T* columns, int lanes)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int bytes = lanes * sizeof(T);
        if (count * sizeof(T) < 16)
            CopyRowsToColumns(rows, count, columns, lanes);
        else if (bytes == 64 && LaneTile512<T>.IsSupported)
            RowsToColumns<LaneTile512<T>, T>(rows, count, columns, lanes);
        else if (bytes == 32 && LaneTile256<T>.IsSupported)
            RowsToColumns<LaneTile256<T>, T>(rows, count, columns, lanes);
        else if (bytes == 16 && LaneTile128<T>.IsSupported)
            RowsToColumns<LaneTile128<T>, T>(rows, count, columns, lanes);
        else
            CopyRowsToColumns(rows, count, columns, lanes);
    }

    /// <summary><c>rows[r · count + c] = columns[c · lanes + r]</c> for all r below <paramref name="lanes"/> and c below <paramref name="count"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void ColumnsToRows<T>(T* columns, int lanes, T* rows, int count)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int bytes = lanes * sizeof(T);
        if (count * sizeof(T) < 16)
            CopyColumnsToRows(columns, lanes, rows, count);
        else if (bytes == 64 && LaneTile512<T>.IsSupported)
            ColumnsToRows<LaneTile512<T>, T>(columns, lanes, rows, count);
        else if (bytes == 32 && LaneTile256<T>.IsSupported)
            ColumnsToRows<LaneTile256<T>, T>(columns, lanes, rows, count);
        else if (bytes == 16 && LaneTile128<T>.IsSupported)
            ColumnsToRows<LaneTile128<T>, T>(columns, lanes, rows, count);
        else
            CopyColumnsToRows(columns, lanes, rows, count);
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void RowsToColumns<TTile, T>(T* rows, int count, T* columns, int lanes)
        where TTile : struct, ILaneTile<TTile, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int side = 16 / sizeof(T);
        nint stride = (nint)side * count;
        for (int column = 0; column < count; column += side)
        {
            // The last tile begins early enough to end with the row, and does some columns again.
            int start = Math.Min(column, count - side);
            T* source = rows + start;
            T* destination = columns + (nint)start * lanes;
            TTile row0 = TTile.LoadRows(source, stride);
            TTile row1 = TTile.LoadRows(source + count, stride);
            if (sizeof(T) == sizeof(double))
            {
                TTile.Store(TTile.LowDoubles(row0, row1), destination);
                TTile.Store(TTile.HighDoubles(row0, row1), destination + lanes);
                continue;
            }

            TTile row2 = TTile.LoadRows(source + 2 * (nint)count, stride);
            TTile row3 = TTile.LoadRows(source + 3 * (nint)count, stride);
            TTile low01 = TTile.LowSingles(row0, row1);
            TTile low23 = TTile.LowSingles(row2, row3);
            TTile high01 = TTile.HighSingles(row0, row1);
            TTile high23 = TTile.HighSingles(row2, row3);
            TTile.Store(TTile.LowDoubles(low01, low23), destination);
            TTile.Store(TTile.HighDoubles(low01, low23), destination + lanes);
            TTile.Store(TTile.LowDoubles(high01, high23), destination + 2 * lanes);
            TTile.Store(TTile.HighDoubles(high01, high23), destination + 3 * lanes);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void ColumnsToRows<TTile, T>(T* columns, int lanes, T* rows, int count)
        where TTile : struct, ILaneTile<TTile, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int side = 16 / sizeof(T);
        nint stride = (nint)side * count;
        for (int column = 0; column < count; column += side)
        {
            int start = Math.Min(column, count - side);
            T* source = columns + (nint)start * lanes;
            T* destination = rows + start;
            TTile column0 = TTile.Load(source);
            TTile column1 = TTile.Load(source + lanes);
            if (sizeof(T) == sizeof(double))
            {
                TTile.StoreRows(TTile.LowDoubles(column0, column1), destination, stride);
                TTile.StoreRows(TTile.HighDoubles(column0, column1), destination + count, stride);
                continue;
            }

            TTile column2 = TTile.Load(source + 2 * lanes);
            TTile column3 = TTile.Load(source + 3 * lanes);
            TTile low01 = TTile.LowSingles(column0, column1);
            TTile low23 = TTile.LowSingles(column2, column3);
            TTile high01 = TTile.HighSingles(column0, column1);
            TTile high23 = TTile.HighSingles(column2, column3);
            TTile.StoreRows(TTile.LowDoubles(low01, low23), destination, stride);
            TTile.StoreRows(TTile.HighDoubles(low01, low23), destination + count, stride);
            TTile.StoreRows(TTile.LowDoubles(high01, high23), destination + 2 * (nint)count, stride);
            TTile.StoreRows(TTile.HighDoubles(high01, high23), destination + 3 * (nint)count, stride);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void CopyRowsToColumns<T>(T* rows, int count, T* columns, int lanes)
        where T : unmanaged
    {
        for (int column = 0; column < count; column++)
        {
            T* source = rows + column;
            for (int lane = 0; lane < lanes; lane++, source += count)
                *columns++ = *source;
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void CopyColumnsToRows<T>(T* columns, int lanes, T* rows, int count)
        where T : unmanaged
    {
        for (int column = 0; column < count; column++)
        {
            T* destination = rows + column;
            for (int lane = 0; lane < lanes; lane++, destination += count)
                *destination = *columns++;
        }
    }
}
